package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one-time code of a house that has no account yet. One row. */
@Entity
@Table(schema = "ACCESS", name = "SETUP")
public class SetUp {
  public static final int KEY = 1;
  public static final int TRIES = 5;

  @Id private int id;

  @Column(name = "CODE_HASH")
  private String codeHash;

  private int tries;
  private Instant redeemed;

  protected SetUp() {}

  public SetUp(String codeHash) {
    this.id = KEY;
    this.codeHash = codeHash;
  }

  public String codeHash() {
    return codeHash;
  }

  public boolean redeemed() {
    return redeemed != null;
  }

  public void renew(String another) {
    codeHash = another;
    tries = 0;
  }

  /** Returns whether the code is used up. */
  public boolean tried() {
    tries++;
    return tries >= TRIES;
  }
}
