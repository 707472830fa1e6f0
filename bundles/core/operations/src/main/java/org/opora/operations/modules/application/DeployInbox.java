package org.opora.operations.modules.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.opora.api.faults.Refused;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.operations.shared.SafeFiles;
import org.opora.operations.shared.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code <data>/deploy}: a package laid there is installed or refused, and a text file
 * beside it says which. A file is taken when it has not grown between two looks.
 */
final class DeployInbox {
  private static final Logger LOG = LoggerFactory.getLogger(DeployInbox.class);
  private final Path folder;
  private final ModuleChanges changes;
  private final Messages messages;
  private Map<Path, String> seen = Map.of();

  DeployInbox(Path dataFolder, ModuleChanges changes, Messages messages) {
    this.changes = changes;
    this.messages = messages;
    folder = dataFolder.resolve("deploy");
    try {
      SafeFiles.createPrivateFolder(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void look() {
    Map<Path, String> now = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        String mark = Files.size(file) + "/" + Files.getLastModifiedTime(file);
        if (mark.equals(seen.get(file))) {
          take(file);
        } else {
          now.put(file, mark);
        }
      }
    } catch (IOException gone) {
      LOG.warn("The inbox folder cannot be read", gone);
    }
    seen = now;
  }

  private void take(Path file) throws IOException {
    Text result;
    try {
      Plan plan = changes.run(PackageReader.read(file), Actor.of(Actor.Door.INBOX));
      result = Said.of(plan, Locale.getDefault());
      Files.deleteIfExists(file);
    } catch (Refused refused) {
      result = refused.text();
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".refused"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (ModuleBundles.Stopped stopped) {
      // The next start goes on with it; the package stays where it lies and will be found
      // installed.
      throw stopped;
    } catch (RuntimeException fault) {
      LOG.error("A package from the inbox folder could not be installed", fault);
      result = Words.of("failed.start");
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".refused"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    SafeFiles.write(
        file.resolveSibling(file.getFileName() + ".result.txt"),
        messages.text(Locale.getDefault(), result) + System.lineSeparator());
  }
}
