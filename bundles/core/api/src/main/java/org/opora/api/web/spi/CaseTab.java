package org.opora.api.web.spi;

import org.opora.api.ids.CaseFileId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tab of the case file. Its content is the bundle's own route, loaded as a request of its own.
 */
@ConsumerType
public interface CaseTab {
  /** Under which heading a tab stands; the headings come in this order. */
  enum Group {
    /** Who belongs to the family, and who speaks for whom. */
    FAMILY,
    /** What was agreed with the family, and what it gets. */
    CARE,
    /** What somebody has to do, and by when. */
    DUE,
    /** What lies in the file, comes into it and leaves it. */
    PAPERS,
    /** What modules bring: services of the centre. */
    SERVICES
  }

  /** Short word for the address, such as {@code contacts}. */
  String id();

  /** A bundle that names no group brings a service of the centre. */
  default Group group() {
    return Group.SERVICES;
  }

  /** Place within the group, the smallest first. */
  int order();

  /** Key of the text, in the bundle's own files. */
  String title();

  /** Who sees it. */
  String permission();

  /** Path of the GET route that gives the content as a fragment. */
  String content(CaseFileId file);
}
