package org.opora.course.domain;

import org.opora.api.reports.Reader;

/** Why somebody gets a report. */
public enum RecipientKind {
  CARER("carer", Reader.CARER),
  CARER_AUTHORITY("carer-authority", Reader.AUTHORITY),
  CHILD_AUTHORITY("child-authority", Reader.AUTHORITY),
  /** An authority that asked for it. */
  ASKED_AUTHORITY(null, Reader.AUTHORITY),
  /** A court that asked for it. */
  ASKED_COURT(null, Reader.COURT);

  private final String form;
  private final Reader reader;

  RecipientKind(String form, Reader reader) {
    this.form = form;
    this.reader = reader;
  }

  /** As the evidence calls it; null of a report that somebody asked for. */
  public String form() {
    return form;
  }

  public Reader reader() {
    return reader;
  }

  /** Who asked, as the reader that they are. */
  public static RecipientKind asked(Reader as) {
    return as == Reader.COURT ? ASKED_COURT : ASKED_AUTHORITY;
  }
}
