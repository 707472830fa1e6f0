package org.opora.supervisedcontacts.meeting.application;

import java.time.Instant;
import java.util.List;
import org.opora.api.choices.Choices;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.meeting.domain.StepKind;

/**
 * A meeting as its page shows it.
 *
 * @param warnings who must not meet them and is in the house, or may be, each in one sentence
 * @param guests children first
 * @param steps in the order in which they happened; one that is about several children stands once
 * @param mine whether the viewer assists at it
 * @param open whether it is its time
 * @param began null until it has begun
 * @param ended null until it is over
 */
public record MeetingView(
    ContactView contact,
    List<Text> warnings,
    List<Guest> guests,
    List<Step> steps,
    boolean mine,
    boolean open,
    Instant began,
    Instant ended) {
  public MeetingView {
    warnings = List.copyOf(warnings);
    guests = List.copyOf(guests);
    steps = List.copyOf(steps);
  }

  /**
   * Somebody who comes.
   *
   * @param key as the buttons name them
   * @param child null for whom the children meet
   * @param name null for a child whose name the viewer may not see
   * @param kin what they are to the child; null for a child
   * @param forbidden whether a plan has come to forbid them
   * @param came null while they are not there
   * @param left null while they are there
   */
  public record Guest(
      String key,
      ContactChildId child,
      String name,
      Choices.Term kin,
      boolean forbidden,
      boolean together,
      Instant came,
      Instant left) {
    /** Whether they are there at the moment. */
    public boolean here() {
      return came != null && left == null;
    }
  }

  /**
   * @param words null when the tap said it all
   * @param about names of the children it is about; empty when it is about all of them
   */
  public record Step(Instant at, StepKind kind, String words, List<String> about) {
    public Step {
      about = List.copyOf(about);
    }
  }

  /** Whether the viewer may write now. */
  public boolean writes() {
    return mine && open;
  }

  public boolean running() {
    return began != null && ended == null;
  }

  /** Whether somebody is not there yet who is expected. */
  public boolean waits() {
    return guests.stream().anyMatch(guest -> guest.came() == null);
  }
}
