"""What each case costs, on one page or group by group."""
