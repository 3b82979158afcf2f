"""How hypothesis looks for what refutes a property, for all of them."""

from hypothesis import HealthCheck, settings

# A busy machine is no fault: time is measured by the benchmark.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")
