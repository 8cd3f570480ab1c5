"""Runs the measurements by name and prints their tables: `./run bench [NAME …]`; a measurement is one file here."""

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent / "tests")]


def main() -> int:
    """Run what is named, or all; say what there is where a name is unknown."""
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem != "run")
    wanted = sys.argv[1:] or names
    unknown = [name for name in wanted if name not in names]
    if unknown:
        print(f"No measurement called {', '.join(unknown)}; there are: {', '.join(names)}.", file=sys.stderr)
        return 2
    for name in wanted:
        module = import_module(name)
        print(f"\n# {name}: {(module.__doc__ or '').strip()}\n", flush=True)
        module.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
