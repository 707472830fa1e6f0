package org.opora.api.web.spi;

import org.opora.api.ids.CaseFileId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tab of the case file. Its content is the bundle's own route, loaded as a request of its own.
 */
@ConsumerType
public interface CaseTab {
  /** Short word for the address, such as {@code contacts}. */
  String id();

  int order();

  /** Key of the text, in the bundle's own files. */
  String title();

  /** Who sees it. */
  String permission();

  /** Path of the GET route that gives the content as a fragment. */
  String content(CaseFileId file);
}
