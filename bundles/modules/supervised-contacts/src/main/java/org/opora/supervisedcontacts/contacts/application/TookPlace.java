package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.application.Contacts.There;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one place where a contact becomes one that took place, whether somebody tapped while it went
 * on or writes it down afterwards: who was there, from when to when, and with it the hours of its
 * facilitator, what it proves, and its line in the story.
 */
@Component(service = TookPlace.class)
public final class TookPlace {
  private final Presence presence;
  private final ReviewCalls reviews;
  private final Aftermath aftermath;

  @Activate
  public TookPlace(
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference FacilitatorReach reach,
      @Reference CaseFiles files,
      @Reference Settings settings,
      @Reference Overrides overrides,
      @Reference Tasks tasks,
      @Reference Evidence evidence,
      @Reference StaffTime time,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    ContactFigures figures = new ContactFigures(settings);
    this.presence = new Presence(new Objections(files, people, figures, overrides, messages));
    this.reviews = new ReviewCalls(new Reminders(tasks, files, messages), figures);
    this.aftermath =
        new Aftermath(
            new Proof(evidence),
            new TimeSpent(time, messages),
            reach,
            new ContactStory(new Story(timeline, messages)),
            audit);
  }

  /** How it goes on with those who are there, as {@link Presence#look}. */
  Onward look(EntityManager em, Viewer viewer, Held held, There there, Because because) {
    return presence.look(em, viewer, held, there, because);
  }

  /**
   * @param from when it really began; null for as planned, as {@code until}
   * @param early whether it was stopped before its time; one that was stays so
   * @param act by which the trail knows it
   * @throws org.opora.api.faults.Refused as {@link Presence#look}
   */
  void write(
      EntityManager em,
      Viewer viewer,
      Held held,
      There there,
      Because because,
      Instant from,
      Instant until,
      boolean early,
      String act) {
    presence.write(em, viewer, held, there, because);
    held.contact().lasted(from, until);
    if (early) {
      held.contact().stopped();
    }
    reviews.withdraw(held.children());
    aftermath.wrote(viewer, held, act);
  }
}
