package org.opora.web.texts;

import java.net.URL;
import java.util.List;
import java.util.Optional;

/** The files a bundle carries: texts, templates, static files. */
public interface Resources {
  /** Symbolic name of the bundle. */
  String origin();

  Optional<URL> find(String path);

  /**
   * @param pattern such as {@code *_cs.properties}
   */
  List<URL> list(String folder, String pattern);
}
