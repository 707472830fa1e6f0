package org.opora.itest.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How far this machine lets a test shut a product in: without a network, and as a user who may
 * nothing.
 *
 * @param offline begins a command that is to have no network but the loopback; empty where that is
 *     not allowed
 * @param inside follows {@code nsenter} with the process, and enters the same place
 * @param user begins a command that is to run as an ordinary user; empty when this one is ordinary
 *     already, or nobody else can be had
 * @param ordinary whether the product then runs as an ordinary user
 */
public record Confinement(
    List<String> offline, List<String> inside, List<String> user, boolean ordinary) {
  /** User and group of nobody on every Linux. */
  public static final int NOBODY = 65534;

  private static final String LOOPBACK = "ip link set lo up && exec \"$@\"";

  /** What is allowed here, found out by trying. */
  public static Confinement here() {
    boolean root = uid(Path.of("/proc/self")) == 0;
    List<String> nobody =
        List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--no-new-privs");
    List<String> user = root && works(nobody) ? nobody : List.of();
    List<String> network = List.of("unshare", root ? "-n" : "-rn", "sh", "-c", LOOPBACK, "sh");
    List<String> offline = works(network) ? network : List.of();
    return new Confinement(
        offline,
        root ? List.of("-n", "--") : List.of("-U", "-n", "--preserve-credentials", "--"),
        user,
        !root || !user.isEmpty());
  }

  private static boolean works(List<String> prefix) {
    try {
      return new ProcessBuilder(with(prefix, "true")).start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The command that starts something shut in. */
  List<String> starting(List<String> command) {
    return with(offline, with(user, command.toArray(String[]::new)).toArray(String[]::new));
  }

  /** The command that runs beside such a process. */
  List<String> beside(long process, List<String> command) {
    List<String> own = with(user, command.toArray(String[]::new));
    if (offline.isEmpty()) {
      return own;
    }
    List<String> whole = new ArrayList<>(List.of("nsenter", "-t", Long.toString(process)));
    whole.addAll(inside);
    whole.addAll(own);
    return whole;
  }

  private static List<String> with(List<String> prefix, String... command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of(command));
    return whole;
  }

  /** Whose process it is. */
  public static int uid(Path process) {
    try {
      return (Integer) Files.getAttribute(process, "unix:uid");
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
