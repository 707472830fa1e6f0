package org.opora.registry.aims.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.Whose;

/** An agreed aim as its page shows it. */
public record Shown(AimView aim, Text now) {
  static Shown of(AimView aim, CaseFiles.Header header) {
    return new Shown(aim, text(aim, aim.now(), header));
  }

  private static Text text(AimView aim, AimView.Wording wording, CaseFiles.Header header) {
    Map<PersonId, PersonName> names =
        header.children().stream()
            .collect(Collectors.toMap(CaseFiles.Child::person, CaseFiles.Child::name));
    return new Text(
        wording,
        wording.goals().stream().map(goal -> new Goal(goal, aim.lastResult(goal.id()))).toList(),
        Arrays.stream(Whose.values())
            .map(whose -> new Steps(whose, wording.stepsOf(whose)))
            .filter(steps -> !steps.all().isEmpty())
            .toList(),
        wording.why().stream().map(one -> new Why(names.get(one.child()), one.words())).toList());
  }

  public UUID id() {
    return aim.id();
  }

  public long version() {
    return aim.version();
  }

  public boolean ended() {
    return aim.ended();
  }

  public LocalDate endedOn() {
    return aim.endedOn();
  }

  public LocalDate agreedOn() {
    return aim.agreedOn();
  }

  public LocalDate reviewOn() {
    return aim.reviewOn();
  }

  public List<AimView.Review> reviews() {
    return aim.reviews();
  }

  /** Whether it ever read otherwise. */
  public boolean amended() {
    return aim.now().number() > 1;
  }

  /**
   * @param steps mine, yours and ours; without those who take none
   */
  public record Text(AimView.Wording wording, List<Goal> goals, List<Steps> steps, List<Why> why) {}

  /**
   * @param last how far it had come at the last review; null before the first
   */
  public record Goal(AimView.Goal goal, AimResult last) {}

  public record Steps(Whose whose, List<AimView.Step> all) {}

  /**
   * @param name null when the child is in the family no more
   */
  public record Why(PersonName name, String words) {}

  /** How it read before. */
  public record Before(Text text, String by, Instant at) {
    Before(AimView.Former former, AimView aim, CaseFiles.Header header) {
      this(Shown.text(aim, former.wording(), header), former.by(), former.at());
    }
  }
}
