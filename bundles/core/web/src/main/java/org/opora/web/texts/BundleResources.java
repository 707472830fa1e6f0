package org.opora.web.texts;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * Files of an installed bundle.
 *
 * @param bundle whose
 */
public record BundleResources(Bundle bundle) implements Resources {
  @Override
  public String origin() {
    return bundle.getSymbolicName();
  }

  @Override
  public Optional<URL> find(String path) {
    return Optional.ofNullable(bundle.getEntry(path));
  }

  @Override
  public List<URL> list(String folder, String pattern) {
    Enumeration<URL> found = bundle.findEntries(folder, pattern, false);
    return found == null ? List.of() : Collections.list(found);
  }
}
