package org.opora.itest.support;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opora.driver.Distribution;

/**
 * The data folder and the keys of a centre that a former build of the product wrote, with what its
 * director saw. They lie packed among the tests.
 *
 * @param contact path of a contact that was booked
 */
public record Kept(Centre.Held held, String contact) {
  private static final Path FOLDER = Path.of("src/test/resources/former-build");
  private static final Path PACKED = FOLDER.resolve("centre.tar.xz");
  private static final Path SEEN = FOLDER.resolve("seen.json");
  private static final String DATA = "centre";

  /** Packs them, in the place of those that lay there. */
  public static void keep(Path data, Centre.Held held, String contact) throws IOException {
    Files.createDirectories(FOLDER);
    // A comment of the database says where it lay on the machine that wrote it.
    Path properties = data.resolve("db/service.properties");
    Files.write(
        properties,
        Files.readAllLines(properties).stream().filter(line -> !line.startsWith("#")).toList());
    Files.writeString(SEEN, new Gson().toJson(new Kept(held, contact)) + "\n");
    String name = data.getFileName().toString();
    run(
        "tar",
        "--exclude=" + name + "/run",
        "--exclude=*.log",
        "--transform=s/^" + name + "/" + DATA + "/",
        "-C",
        data.getParent().toString(),
        "-cJf",
        PACKED.toString(),
        name,
        name + ".keys");
  }

  public static Kept seen() throws IOException {
    return new Gson().fromJson(Files.readString(SEEN), Kept.class);
  }

  /** Unpacks them into a fresh place; the data folder. */
  public static Path unpack() throws IOException {
    Path place = Files.createDirectories(Distribution.freshData("former"));
    run("tar", "-C", place.toString(), "-xJf", PACKED.toString());
    return place.resolve(DATA);
  }

  private static void run(String... command) throws IOException {
    try {
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IOException(String.join(" ", command) + " ended with " + code);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
