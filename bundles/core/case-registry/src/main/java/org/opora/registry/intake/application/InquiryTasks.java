package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.shared.application.Refusals;

/**
 * Whoever sees to an inquiry is reminded of it until the family waits for a place or it is settled.
 * The inquiry keeps the task: whoever has it can open the inquiry.
 */
record InquiryTasks(Tasks tasks, Messages messages, ContactLaw law) {
  /**
   * @param before who saw to it until now; null when it is new
   */
  void follow(EntityManager em, Viewer viewer, Inquiry row, StaffId before) {
    if (before != null && !before.equals(row.doer())) {
      tasks.withdraw(Refusals.BUNDLE, source(row.id(), before));
    }
    UUID source = source(row.id(), row.doer());
    if (row.state() != InquiryState.NEW && row.state() != InquiryState.OFFERED) {
      tasks.withdraw(Refusals.BUNDLE, source);
      return;
    }
    tasks.put(
        viewer,
        new Tasks.NewTask(
            Refusals.BUNDLE,
            source,
            null,
            null,
            messages.title("inquiry.task." + row.state()),
            row.doer(),
            row.state() == InquiryState.NEW ? due(em, row) : null,
            "/inquiries/" + row.id(),
            Tasks.Tie.KEEPS,
            false));
  }

  /** The first contact asked for an inquiry or for a file, and here it is. */
  void came(Viewer viewer, FirstContact from) {
    asked(from).ifPresent(task -> tasks.doneBy(viewer, Refusals.BUNDLE, task));
  }

  /** Nobody is reminded of a first contact that has been forgotten. */
  void forgets(FirstContact row) {
    asked(row).ifPresent(task -> tasks.withdraw(Refusals.BUNDLE, task));
  }

  /** The task that the next step of a first contact is. */
  private static Optional<UUID> asked(FirstContact contact) {
    return Optional.ofNullable(contact.nextTask());
  }

  /** As long as for an answer that can wait. */
  private LocalDate due(EntityManager em, Inquiry row) {
    int days = IntakeFigures.on(em, FigureKind.CALM_DAYS, row.askedOn()).orElse(0);
    return law.after(row.askedOn(), days);
  }

  private static UUID source(UUID inquiry, StaffId doer) {
    return UUID.nameUUIDFromBytes(
        ("inquiry|" + inquiry + "|" + doer).getBytes(StandardCharsets.US_ASCII));
  }
}
