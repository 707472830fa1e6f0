package org.opora.web.rendering;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.opora.web.texts.Resources;

/**
 * Finds templates of the own bundle by plain name, and those of the shell by {@code shell:<name>}.
 */
final class HouseLoader implements Loader<String> {
  private static final String SHELL = "shell:";

  private final Resources own;
  private final Resources shell;

  HouseLoader(Resources own, Resources shell) {
    this.own = own;
    this.shell = shell;
  }

  @Override
  public Reader getReader(String name) {
    URL url =
        find(name)
            .orElseThrow(
                () -> new LoaderException(null, "no template " + name + " in " + own.origin()));
    try {
      return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new LoaderException(unreadable, "template " + name + " of " + own.origin());
    }
  }

  @Override
  public boolean resourceExists(String name) {
    return find(name).isPresent();
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  @Override
  public String resolveRelativePath(String name, String anchor) {
    return name;
  }

  @Override
  public void setCharset(String charset) {
    // Always UTF-8.
  }

  @Override
  public void setPrefix(String prefix) {
    // The folder is always templates/.
  }

  @Override
  public void setSuffix(String suffix) {
    // The suffix is always .peb.
  }

  private Optional<URL> find(String name) {
    return name.startsWith(SHELL)
        ? shell.find("templates/" + name.substring(SHELL.length()) + ".peb")
        : own.find("templates/" + name + ".peb");
  }
}
