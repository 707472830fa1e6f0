package org.opora.registry.shared.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.opora.api.text.Title;

/** A title in three columns. It is never changed: a new wording is a new row. */
@Embeddable
public class StoredTitle {
  @Column(name = "TITLE_CS", updatable = false)
  private String cs;

  @Column(name = "TITLE_PL", updatable = false)
  private String pl;

  @Column(name = "TITLE_EN", updatable = false)
  private String en;

  protected StoredTitle() {}

  public StoredTitle(Title title) {
    this.cs = title.cs();
    this.pl = title.pl();
    this.en = title.en();
  }

  public Title title() {
    return new Title(cs, pl, en);
  }
}
