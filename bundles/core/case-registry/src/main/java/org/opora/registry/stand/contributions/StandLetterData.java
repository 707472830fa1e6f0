package org.opora.registry.stand.contributions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.duties.Duties;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.stand.application.Stand;
import org.opora.registry.stand.application.StandDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where a carer stands, for a letter to that carer: by it the page is kept as a document. To
 * anybody else, be it the other carer, nothing of it goes.
 */
@Component
public final class StandLetterData implements TemplateData {
  private static final String NEED = "stand.hours-need";
  private static final String DONE = "stand.hours-done";
  private static final String MISSING = "stand.hours-missing";
  private static final String UNTIL = "stand.hours-until";
  private static final String LEFT = "stand.respite-left";
  private static final String VISIT = "stand.visit-by";
  private static final String PROMISES = "promises";
  private static final String WHOSE = PROMISES + ".whose";
  private static final String WHAT = PROMISES + ".what";
  private static final String BY = PROMISES + ".by";
  private static final List<String> HOURS = List.of(NEED, DONE, MISSING, UNTIL);
  private static final List<String> COLUMNS = List.of(WHOSE, WHAT, BY);
  private final StandDesk desk;

  @Activate
  public StandLetterData(@Reference StandDesk desk) {
    this.desk = desk;
  }

  private static Field field(String key, String title) {
    return new Field(key, text("letter-field." + title));
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(Refusals.TEXTS, key, arguments);
  }

  @Override
  public List<Field> fields() {
    return List.of(NEED, DONE, MISSING, UNTIL, LEFT, VISIT).stream()
        .map(key -> field(key, key))
        .toList();
  }

  @Override
  public List<Rows> lists() {
    return List.of(
        new Rows(
            PROMISES,
            text("letter-field." + PROMISES),
            List.of(field("whose", WHOSE), field("what", WHAT), field("by", BY))));
  }

  @Override
  public Given given(Viewer viewer, Wanted wanted) {
    List<String> asked =
        fields().stream().map(Field::key).filter(wanted.names()::contains).toList();
    boolean promises = wanted.any(COLUMNS);
    if (asked.isEmpty() && !promises) {
      return new Given(Map.of(), Map.of(), List.of());
    }
    PersonId carer = wanted.person() == null ? wanted.reader().person() : wanted.person();
    if (carer == null || !carer.equals(wanted.reader().person())) {
      return left(asked, promises, Why.NOT_THEIRS);
    }
    try {
      return given(wanted, promises, desk.of(viewer, wanted.file(), carer));
    } catch (NotFound noCarer) {
      return left(asked, promises, Why.NOT_SEEN);
    }
  }

  private static Given left(List<String> asked, boolean promises, Why why) {
    List<Left> left = new ArrayList<>();
    asked.forEach(key -> left.add(new Left(key, why, 0)));
    if (promises) {
      left.add(new Left(PROMISES, why, 0));
    }
    return new Given(Map.of(), Map.of(), left);
  }

  private static Given given(Wanted wanted, boolean promises, Stand stand) {
    Map<String, Object> values = new HashMap<>();
    List<Left> left = new ArrayList<>();
    if (stand.accounts() == null) {
      HOURS.forEach(key -> unseen(left, wanted, key));
      unseen(left, wanted, LEFT);
    } else {
      values.putAll(account(stand));
      respite(stand).ifPresent(days -> values.put(LEFT, days));
    }
    if (stand.visits() == null) {
      unseen(left, wanted, VISIT);
    } else {
      stand.visits().stream().findFirst().ifPresent(line -> values.put(VISIT, line.due()));
    }
    values.keySet().retainAll(wanted.names());
    Map<String, List<Map<String, Object>>> rows = new HashMap<>();
    if (promises) {
      rows.put(PROMISES, promises(stand, left));
    }
    return new Given(values, rows, left);
  }

  private static void unseen(List<Left> left, Wanted wanted, String key) {
    if (wanted.names().contains(key)) {
      left.add(new Left(key, Why.NOT_SEEN, 0));
    }
  }

  /** Of the period that runs. */
  private static Map<String, Object> account(Stand stand) {
    return stand.accounts().stream()
        .filter(line -> line.ref() == null && line.detail() instanceof Duties.Account)
        .map(line -> (Duties.Account) line.detail())
        .findFirst()
        .map(
            account ->
                Map.<String, Object>of(
                    NEED,
                    hours(account.need()),
                    DONE,
                    hours(account.counted() + account.carriedIn()),
                    MISSING,
                    hours(account.missing()),
                    UNTIL,
                    account.until()))
        .orElse(Map.of());
  }

  /** Days of the carer, not of a child. */
  private static Optional<Integer> respite(Stand stand) {
    return stand.accounts().stream()
        .filter(line -> line.subjectKind() == Duties.SubjectKind.CARER)
        .filter(line -> line.detail() instanceof Duties.Ledger)
        .map(line -> ((Duties.Ledger) line.detail()).left())
        .findFirst();
  }

  private static BigDecimal hours(int minutes) {
    BigDecimal hours =
        BigDecimal.valueOf(minutes)
            .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return hours.scale() < 0 ? hours.setScale(0) : hours;
  }

  private static List<Map<String, Object>> promises(Stand stand, List<Left> left) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (stand.requests() == null || stand.steps() == null) {
      left.add(new Left(PROMISES, Why.NOT_SEEN, 0));
    }
    if (stand.requests() != null) {
      stand.requests().forEach(one -> rows.add(row(Stand.Whose.OURS, one.right(), one.answerBy())));
    }
    if (stand.steps() != null) {
      stand.steps().forEach(one -> rows.add(row(one.whose(), one.words(), one.due())));
    }
    return rows;
  }

  private static Map<String, Object> row(Stand.Whose whose, Object what, Object by) {
    Map<String, Object> row = new HashMap<>();
    row.put("whose", text("stand.steps." + whose));
    row.put("what", what);
    if (by != null) {
      row.put("by", by);
    }
    return row;
  }
}
