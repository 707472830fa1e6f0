package org.opora.reports.counts.domain;

import jakarta.persistence.Embeddable;
import org.opora.api.text.Title;

/** Words in every language of the product. */
@Embeddable
public class Said {
  private String cs;
  private String pl;
  private String en;

  protected Said() {}

  Said(Title title) {
    this.cs = title.cs();
    this.pl = title.pl();
    this.en = title.en();
  }

  Title title() {
    return new Title(cs, pl, en);
  }
}
