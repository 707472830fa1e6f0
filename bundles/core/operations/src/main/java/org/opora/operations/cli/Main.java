package org.opora.operations.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.opora.operations.backup.domain.BackupFault;

/**
 * {@code bin/opora}: the remote control of the IT person. Exits with 0 when it was done, 1 when it
 * was not, 2 when the command was not understood; the reason is one sentence on standard error.
 */
public final class Main {
  private final Console console;
  private final Texts texts;

  Main(Console console) {
    this.console = console;
    texts = Texts.of(console.environment());
  }

  /** Entry of the script. */
  public static void main(String[] typed) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new Main(new Console(System.in, out, err, System.getenv())).run(typed));
  }

  int run(String... typed) {
    try {
      Arguments arguments = Arguments.parse(typed, texts);
      if (arguments.words().isEmpty() || arguments.has("--help") || arguments.has("-h")) {
        console.say(texts.text("cli.help"));
        return arguments.words().isEmpty() && !arguments.options().containsKey("--help")
            ? Failure.USAGE
            : 0;
      }
      dispatch(arguments);
      return 0;
    } catch (Failure failure) {
      console.aside(failure.getMessage());
      return failure.exitCode();
    } catch (BackupFault fault) {
      console.aside(texts.text("cli." + fault.code(), fault.getMessage()));
      return Failure.FAILED;
    } catch (IOException fault) {
      console.aside(texts.text("cli.file", fault.getMessage()));
      return Failure.FAILED;
    }
  }

  private void dispatch(Arguments arguments) throws Failure, IOException {
    String command = arguments.word(0);
    if (command.equals("help")) {
      console.say(texts.text("cli.help"));
      return;
    }
    Session session = Session.of(arguments, console, texts);
    switch (command) {
      case "status" -> new StatusCommand(session).run();
      case "module", "modules" -> new ModuleCommand(session).run();
      case "backup" -> new BackupCommand(session).backup();
      case "restore" -> new BackupCommand(session).restore();
      case "keys" -> new KeysCommand(session).run();
      case "tls" -> new TlsCommand(session).run();
      case "directory" -> new DirectoryCommand(session).run();
      case "audit" -> new StatusCommand(session).audit();
      case "login" -> new PeopleCommand(session).login();
      case "logout" -> new PeopleCommand(session).logout();
      case "import" -> new PeopleCommand(session).importFile();
      case "duties" -> new PeopleCommand(session).duties();
      case "launch-prepare" -> new LaunchCommand(session).prepare();
      case "launch-key" -> new KeysCommand(session).typed();
      case "launch-announce" -> new LaunchCommand(session).announce();
      default -> throw new Failure(texts.text("cli.command", command), Failure.USAGE);
    }
  }
}
