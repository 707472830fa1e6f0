package org.opora.operations.tls.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.opora.operations.shared.SafeFiles;

/**
 * The folder of the certificates, {@code <data>.tls} beside the data folder. A certificate belongs
 * to a machine and not to the data, so no backup takes it and no restore brings an old one back.
 */
public record TlsFolder(Path path) {
  private static final String SERVER = "server.pem";
  private static final String AUTHORITY = "ca.pem";
  private static final String ROOT = "ca.crt";
  private static final String TOLD = "told";

  public static TlsFolder of(Path data) {
    return new TlsFolder(data.resolveSibling(data.getFileName() + ".tls"));
  }

  /** Key and certificates of the server; empty when there are none yet. */
  public Optional<Identity> server() throws IOException, TlsFault {
    return identity(SERVER);
  }

  /** Key and certificate of the local authority, and the root above it, which has no key. */
  public Optional<Identity> authority() throws IOException, TlsFault {
    return identity(AUTHORITY);
  }

  public void server(Identity identity) throws IOException {
    write(SERVER, identity.pem());
  }

  public void authority(Identity identity) throws IOException {
    write(AUTHORITY, identity.pem());
    write(ROOT, Identity.pem(identity.last()));
  }

  /** The root for the other computers and the tablets. */
  public Path root() {
    return path.resolve(ROOT);
  }

  public Path serverFile() {
    return path.resolve(SERVER);
  }

  /** What somebody was told last about the end of a certificate; empty when nothing was. */
  public String told() throws IOException {
    try {
      return Files.readString(path.resolve(TOLD)).strip();
    } catch (NoSuchFileException nothing) {
      return "";
    }
  }

  public void told(String what) throws IOException {
    write(TOLD, what + "\n");
  }

  private void write(String name, String text) throws IOException {
    SafeFiles.createPrivateFolder(path);
    SafeFiles.write(path.resolve(name), text);
  }

  private Optional<Identity> identity(String name) throws IOException, TlsFault {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (openToOthers(file)) {
      throw new TlsFault("tls.open-file", file.toString());
    }
    return Optional.of(Identity.parse(Files.readString(file)));
  }

  private static boolean openToOthers(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.GROUP_READ);
  }
}
