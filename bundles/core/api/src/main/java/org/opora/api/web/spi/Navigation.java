package org.opora.api.web.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Entries of a bundle in the main navigation. */
@ConsumerType
public interface Navigation {
  List<Entry> entries();

  /**
   * @param order place; Today 100, Families 200, People 300, Calendar 400, modules from 500,
   *     reports 800, administration 900
   * @param title key of the text, in the bundle's own files
   * @param href path of a GET route without variables
   * @param permission who sees it; null for every signed-in person
   */
  record Entry(int order, String title, String href, String permission) {}
}
