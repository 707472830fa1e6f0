package org.opora.access.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.opora.api.access.Directory.Connection;

/**
 * How the directory is asked, in one file {@code <data>.directory/directory.properties} that its
 * owner alone may read: the password of Opora there is in it. It lies beside the data folder,
 * because it belongs to a network and not to the data; no backup takes it.
 */
record DirectoryFile(Path path) {
  private static final Set<PosixFilePermission> OWN =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /**
   * All that is written down.
   *
   * @param password of the account under which Opora searches
   * @param certificates in PEM; null for a plain one on this computer
   */
  record Settings(Connection connection, String password, String certificates) {
    /** Whatever prints it: without the password. */
    @Override
    public String toString() {
      return connection.address();
    }
  }

  static DirectoryFile beside(Path data) {
    return new DirectoryFile(
        data.resolveSibling(data.getFileName() + ".directory").resolve("directory.properties"));
  }

  /**
   * Whoever may read it searches there as Opora does; whoever may change it says to whom passwords
   * go.
   */
  boolean openToOthers() throws IOException {
    if (!Files.exists(path) || !posix(path)) {
      return false;
    }
    return !OWN.containsAll(Files.getPosixFilePermissions(path));
  }

  Optional<Settings> read() throws IOException {
    Properties written = new Properties();
    try {
      written.load(new StringReader(Files.readString(path, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IllegalArgumentException torn) {
      throw new IOException("Not written as properties are", torn);
    }
    return Optional.of(
        new Settings(
            new Connection(
                written.getProperty("address", ""),
                written.containsKey("plain"),
                written.getProperty("account", ""),
                written.getProperty("base", ""),
                written.getProperty("attribute", ""),
                written.getProperty("filter")),
            written.getProperty("password", ""),
            written.getProperty("certificates")));
  }

  /** The whole file by one rename: nobody reads half of it. */
  void write(Settings settings) throws IOException {
    Connection connection = settings.connection();
    Properties written = new Properties();
    written.setProperty("address", connection.address());
    if (connection.plain()) {
      written.setProperty("plain", "yes");
    }
    written.setProperty("account", connection.account());
    written.setProperty("base", connection.base());
    written.setProperty("attribute", connection.attribute());
    if (connection.filter() != null) {
      written.setProperty("filter", connection.filter());
    }
    written.setProperty("password", settings.password());
    if (settings.certificates() != null) {
      written.setProperty("certificates", settings.certificates());
    }
    StringWriter text = new StringWriter();
    written.store(text, null);
    Path folder = path.getParent();
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, ownerOnly(folder.getParent(), "rwx------"));
    }
    Path beside = path.resolveSibling(path.getFileName() + ".part");
    Files.deleteIfExists(beside);
    Files.createFile(beside, ownerOnly(folder, "rw-------"));
    Files.writeString(beside, text.toString(), StandardCharsets.UTF_8);
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void remove() throws IOException {
    Files.deleteIfExists(path);
  }

  private static FileAttribute<?>[] ownerOnly(Path near, String mode) {
    return posix(near)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path near) {
    return near.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
