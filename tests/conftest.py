"""What every test shares: generated examples are judged by their result, never by the speed of the machine.

The examples are the same in every run, so that a verdict can be repeated; `--hypothesis-profile=search` looks for
new ones.
"""

from hypothesis import HealthCheck, settings

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("search", calm)
settings.register_profile("house", calm, derandomize=True)
settings.load_profile("house")
