"""The guide as a person meets it: in a real Chromium, with keyboard, without JavaScript, on a narrow screen."""
