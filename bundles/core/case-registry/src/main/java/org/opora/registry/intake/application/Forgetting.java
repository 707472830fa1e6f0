package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opora.registry.intake.domain.Disposal;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.DisposalLine;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.RecordKind;
import org.opora.registry.intake.persistence.DisposalQueries;

/**
 * Deletes the words an approved disposal lists, and nothing else. A record that has changed since
 * it was proposed, such as one from which a file came after all, stays as it is.
 */
record Forgetting(InquiryTasks reminders) {
  /**
   * @param term first day that is too new for first contacts to be forgotten
   * @return the records whose words are gone
   */
  List<UUID> forget(EntityManager em, Disposal disposal, LocalDate today, LocalDate term) {
    DisposalQueries queries = new DisposalQueries(em);
    List<DisposalLine> lines = queries.lines(disposal.id());
    Map<UUID, Inquiry> inquiries = queries.inquiries(keys(lines, RecordKind.INQUIRY));
    Map<UUID, FirstContact> contacts = queries.contacts(keys(lines, RecordKind.CONTACT));
    List<UUID> gone = new ArrayList<>();
    for (DisposalLine line : lines) {
      Inquiry row = inquiries.get(line.record());
      if (row != null && row.state().nothing() && row.anonymisedOn() == null) {
        line.deleted(today, fingerprint(row.name(), row.phone(), row.note(), row.others()));
        row.forget(today);
        gone.add(row.id());
      }
    }
    queries.forgetReasons(List.copyOf(gone));
    em.flush();
    Set<UUID> over =
        disposal.kind() == DisposalKind.RETURN
            ? queries.behind(List.copyOf(inquiries.values())).stream()
                .filter(contact -> inquiries.values().stream().anyMatch(led(contact, gone)))
                .map(FirstContact::id)
                .collect(Collectors.toSet())
            : queries.over(term, Integer.MAX_VALUE).stream()
                .map(FirstContact::id)
                .collect(Collectors.toSet());
    for (DisposalLine line : lines) {
      FirstContact row = contacts.get(line.record());
      if (row != null && over.contains(row.id())) {
        line.deleted(today, fingerprint(row.words()));
        row.forget(today);
        reminders.forgets(row);
        gone.add(row.id());
      }
    }
    return gone;
  }

  private static Predicate<Inquiry> led(FirstContact contact, List<UUID> gone) {
    return inquiry -> contact.id().equals(inquiry.contact()) && gone.contains(inquiry.id());
  }

  private static List<UUID> keys(List<DisposalLine> lines, RecordKind kind) {
    return lines.stream().filter(line -> line.kind() == kind).map(DisposalLine::record).toList();
  }

  private static String fingerprint(FirstContact.Words words) {
    return fingerprint(
        words.name(),
        words.reachedAt(),
        words.says(),
        words.advice(),
        words.wishTime(),
        words.wishPlace(),
        words.wishLanguage());
  }

  /** Of what was sealed, so that nobody can guess the words from it. */
  private static String fingerprint(byte[]... sealed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] one : sealed) {
        digest.update(
            ByteBuffer.allocate(Integer.BYTES).putInt(one == null ? -1 : one.length).flip());
        if (one != null) {
          digest.update(one);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
