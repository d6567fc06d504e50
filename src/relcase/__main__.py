"""The entry point of the command and of ``python -m relcase``."""

import gc


def main() -> None:
    """Runs one command and ends the process with its exit status.

    A command lives for a twentieth of a second: collecting garbage in it, or on the
    way out, would take a quarter of that for memory the system is about to take back.
    """
    gc.disable()
    from relcase.cli import run

    try:
        run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
