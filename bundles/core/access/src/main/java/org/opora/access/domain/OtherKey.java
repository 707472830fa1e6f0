package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;

/** Another key of the same person; each of two has the other. */
@Entity
@Table(schema = "ACCESS", name = "SAME_KEY")
@IdClass(OtherKey.Pair.class)
public class OtherKey {
  @Id
  @Column(updatable = false)
  private UUID person;

  @Id
  @Column(updatable = false)
  private UUID other;

  protected OtherKey() {}

  public OtherKey(UUID person, UUID other) {
    this.person = person;
    this.other = other;
  }

  public UUID person() {
    return person;
  }

  public UUID other() {
    return other;
  }

  /** The two as one key. */
  public static class Pair {
    private UUID person;
    private UUID other;

    @Override
    public boolean equals(Object object) {
      return object instanceof Pair pair
          && Objects.equals(person, pair.person)
          && Objects.equals(other, pair.other);
    }

    @Override
    public int hashCode() {
      return Objects.hash(person, other);
    }
  }
}
