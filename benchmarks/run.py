"""Runs the measurements by name and prints their tables: `./run bench [NAME …] [OPTION …]`; one is a file here."""

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent / "tests")]


def main() -> int:
    """Run what is named, or all; say what there is where a name is unknown. A measurement reads its own options."""
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem != "run" and not path.stem.startswith("_"))
    given = [arg.replace("-", "_") if not arg.startswith("-") else arg for arg in sys.argv[1:]]
    first = next((i for i, arg in enumerate(given) if arg.startswith("-")), len(given))
    wanted, options = given[:first] or names, sys.argv[1 + first :]
    unknown = [name for name in wanted if name not in names]
    if unknown:
        print(f"No measurement called {', '.join(unknown)}; there are: {', '.join(names)}.", file=sys.stderr)
        return 2
    for name in wanted:
        module = import_module(name)
        print(f"\n# {name}: {(module.__doc__ or '').strip()}\n", flush=True)
        sys.argv = [name, *options]
        module.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
