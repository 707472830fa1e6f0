package org.opora.registry.safety.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.api.persistence.Keys;
import org.opora.registry.safety.persistence.NoticesAboutPerson;
import org.opora.registry.shared.application.Refusals;

/**
 * What safety notices say about a person. Those that protect them are theirs. Those that protect
 * somebody else from them are named for review alone: that somebody is warned of them would tell
 * them who is.
 */
public final class SafetyExtract {
  private final SafetySeals seals;

  public SafetyExtract(Keys keys) {
    this.seals = new SafetySeals(keys);
  }

  public List<Fact> of(EntityManager em, List<UUID> known) {
    return new NoticesAboutPerson(em)
        .protecting(known).stream()
            .map(
                row -> new Fact(Refusals.text("safety.kind." + row.kind()), seals.open(row).what()))
            .toList();
  }

  /** Notices that name the person as the one to be kept away. */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    return new NoticesAboutPerson(em)
        .fearing(known).stream()
            .map(
                row ->
                    new Review(
                        Refusals.text("safety.kind." + row.kind()),
                        row.id(),
                        "/people/" + row.person() + "#safety"))
            .toList();
  }
}
