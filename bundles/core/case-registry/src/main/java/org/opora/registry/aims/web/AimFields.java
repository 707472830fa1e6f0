package org.opora.registry.aims.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Form;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.shared.web.Words;

/** The form of an agreed aim: its goals and steps stand in numbered rows. */
final class AimFields {
  private static final int TEXT = 4000;
  private static final int LINE = 500;
  private static final int FEW_STEPS = 3;
  private static final String WHY = "why-";

  private AimFields() {}

  /** A row of the form; everything in it is null when nothing is there yet. */
  public record GoalRow(int number, String words, String measure, YearMonth target) {}

  /** A row of the form; everything in it is null when nothing is there yet. */
  public record StepRow(int number, Whose whose, String words, LocalDate due) {}

  static AimsDesk.NewAim read(Form form) {
    List<AimsDesk.NewGoal> goals = new ArrayList<>();
    for (int i = 1; i <= AimsDesk.MOST_GOALS; i++) {
      goals.add(
          new AimsDesk.NewGoal(
              form.text("goal" + i, LINE),
              form.text("measure" + i, LINE),
              month(form, "month" + i)));
    }
    List<AimsDesk.NewStep> steps = new ArrayList<>();
    for (int i = 1; i <= AimsDesk.MOST_STEPS; i++) {
      steps.add(
          new AimsDesk.NewStep(
              form.choice("whose" + i, Whose.class),
              form.text("step" + i, LINE),
              form.date("due" + i)));
    }
    Map<PersonId, String> why = new HashMap<>();
    for (String field : form.values().keySet()) {
      if (field.startsWith(WHY)) {
        child(field).ifPresent(child -> why.put(child, form.text(field, TEXT)));
      }
    }
    return new AimsDesk.NewAim(
        form.requiredDate("agreedOn"),
        required(form, "aim"),
        form.text("plan", TEXT),
        form.requiredDate("reviewOn"),
        goals,
        steps,
        form.text("disagreed", TEXT),
        form.text("adultView", TEXT),
        why);
  }

  private static Optional<PersonId> child(String field) {
    try {
      return Optional.of(new PersonId(UUID.fromString(field.substring(WHY.length()))));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static YearMonth month(Form form, String field) {
    String raw = form.raw(field).strip();
    try {
      return raw.isEmpty() ? null : YearMonth.parse(raw);
    } catch (DateTimeException none) {
      form.error(field, Words.of("refused.aim-month", raw));
      return null;
    }
  }

  static String required(Form form, String field) {
    String text = form.text(field, TEXT);
    if (form.raw(field).isBlank()) {
      form.error(field, Words.of("refused.required"));
    }
    return text;
  }

  /** Those there are, and one more to write in. */
  static List<GoalRow> goals(Form form, AimView aim) {
    List<AimView.Goal> now = aim == null ? List.of() : aim.now().goals();
    int rows = rows(form, AimsDesk.MOST_GOALS, now.size() + 1, "goal", "measure", "month");
    return Stream.iterate(1, number -> number + 1)
        .limit(rows)
        .map(
            number -> {
              if (number > now.size()) {
                return new GoalRow(number, null, null, null);
              }
              AimView.Goal goal = now.get(number - 1);
              return new GoalRow(number, goal.words(), goal.measure(), goal.target());
            })
        .toList();
  }

  /** Those there are, and some more to write in. */
  static List<StepRow> steps(Form form, AimView aim) {
    List<AimView.Step> now = aim == null ? List.of() : aim.now().steps();
    int rows = rows(form, AimsDesk.MOST_STEPS, now.size() + FEW_STEPS, "step", "whose", "due");
    return Stream.iterate(1, number -> number + 1)
        .limit(rows)
        .map(
            number -> {
              if (number > now.size()) {
                return new StepRow(number, null, null, null);
              }
              AimView.Step step = now.get(number - 1);
              return new StepRow(number, step.whose(), step.words(), step.due());
            })
        .toList();
  }

  /** A row that somebody wrote in is shown again. */
  private static int rows(Form form, int most, int atLeast, String... fields) {
    int rows = Math.min(most, atLeast);
    for (int number = rows + 1; form != null && number <= most; number++) {
      for (String field : fields) {
        if (!form.raw(field + number).isBlank()) {
          rows = number;
        }
      }
    }
    return rows;
  }
}
