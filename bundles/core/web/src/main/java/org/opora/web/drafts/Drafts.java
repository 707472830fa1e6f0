package org.opora.web.drafts;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Unfinished forms: one per person and form, sealed on the person's own key, kept for two weeks.
 */
@Component(service = Drafts.class)
public final class Drafts {
  private static final String PLACE = "WEB.DRAFT.CONTENT";
  private static final String WHO = "web-who";
  private static final Duration KEPT = Duration.ofDays(14);

  private final Transactions tx;
  private final Keys keys;
  private final Clock clock;

  @Activate
  public Drafts(@Reference(target = "(opora.unit=web)") Transactions tx, @Reference Keys keys) {
    this(tx, keys, Clock.systemUTC());
  }

  Drafts(Transactions tx, Keys keys, Clock clock) {
    this.tx = tx;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param key names the form, in codes
   * @param content encoded fields of the form
   */
  public void keep(StaffId staff, String key, String content) {
    Instant now = clock.instant();
    tx.run(
        em -> {
          Draft draft = find(em, staff, key).orElse(null);
          if (draft == null) {
            em.createQuery("DELETE FROM Draft d WHERE d.staff = :staff AND d.savedAt < :old")
                .setParameter("staff", staff.value())
                .setParameter("old", now.minus(KEPT))
                .executeUpdate();
            draft = new Draft(Ids.next(), staff.value(), key);
            draft.keep(keys.seal(drawer(staff), PLACE, draft.id(), content), now);
            em.persist(draft);
          } else {
            draft.keep(keys.seal(drawer(staff), PLACE, draft.id(), content), now);
          }
        });
  }

  public Optional<Kept> find(StaffId staff, String key) {
    return tx.read(
        em ->
            find(em, staff, key)
                .map(
                    d ->
                        new Kept(
                            keys.open(drawer(staff), PLACE, d.id(), d.content()), d.savedAt())));
  }

  public void drop(StaffId staff, String key) {
    tx.run(em -> find(em, staff, key).ifPresent(em::remove));
  }

  /**
   * What a browser keeps to say whose form it sends when the session is over: nobody but us can
   * make it.
   */
  public String mark(StaffId staff) {
    return staff + "." + HexFormat.of().formatHex(keys.fingerprint(WHO, staff.toString()));
  }

  /** Whose mark this is; empty when it is none of ours. */
  public Optional<StaffId> recognise(String mark) {
    int dot = mark.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      StaffId staff = StaffId.parse(mark.substring(0, dot));
      byte[] own = mark(staff).getBytes(StandardCharsets.US_ASCII);
      return MessageDigest.isEqual(own, mark.getBytes(StandardCharsets.US_ASCII))
          ? Optional.of(staff)
          : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<Draft> find(EntityManager em, StaffId staff, String key) {
    return em.createQuery(
            "SELECT d FROM Draft d WHERE d.staff = :staff AND d.draftKey = :key", Draft.class)
        .setParameter("staff", staff.value())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  private static Subject drawer(StaffId staff) {
    UUID id = staff.value();
    return new Subject(Subject.Kind.DRAWER, id);
  }

  /** A draft as it was kept. */
  public record Kept(String content, Instant at) {}
}
