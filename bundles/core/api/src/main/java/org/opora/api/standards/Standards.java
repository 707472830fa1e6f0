package org.opora.api.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The centre assesses itself by the standards of quality: in rounds, of which one is open at a
 * time. A round keeps the criteria as they were worded when it began, and a closed one stays as it
 * is.
 */
@ProviderType
public interface Standards {
  /** Permission to read assessments, and to say how a measure of one's own went. */
  String READ = "registry.standards.read";

  /** Permission to assess, to plan measures and to keep the list of criteria. */
  String WRITE = "registry.standards.write";

  /**
   * Begins a round with the criteria that hold on its first day.
   *
   * @return key of the round
   * @throws org.opora.api.faults.Refused with the field of the form; also while another round is
   *     open, or when no law pack knows any standard
   */
  UUID begin(Viewer viewer, NewRound round);

  /** Codes of the criteria of a round in their order, such as {@code cz.10.c}. */
  List<String> criteria(Viewer viewer, UUID round);

  /**
   * @param criterion its code
   * @throws org.opora.api.faults.Refused when the round is closed, or a rule says no
   */
  void mark(Viewer viewer, UUID round, String criterion, Mark mark);

  /**
   * Plans a measure, which becomes a task of whoever is to do it.
   *
   * @param criterion its code; null for a measure about the whole
   * @return key of the measure
   * @throws org.opora.api.faults.Refused with the field of the form
   */
  UUID improve(Viewer viewer, UUID round, String criterion, NewMeasure measure);

  /**
   * @throws org.opora.api.faults.Refused with the field of the form
   */
  void done(Viewer viewer, UUID measure, LocalDate on, String result);

  /**
   * @param conclusion in words, at most 4,000 characters
   * @throws org.opora.api.faults.Refused while a criterion has no mark
   */
  void close(Viewer viewer, UUID round, LocalDate on, String conclusion);

  /**
   * @param title such as the year; at most 200 characters
   * @param takingPart who assesses, in words; null when nobody is named
   */
  record NewRound(String title, LocalDate begunOn, String takingPart) {
    public NewRound {
      Objects.requireNonNull(title);
      Objects.requireNonNull(begunOn);
    }
  }

  /**
   * @param points from 0 to the best mark of the law; null takes the mark back
   * @param words why; at most 4,000 characters, or null
   * @param evidence what shows it; at most 2,000 characters, or null
   * @param rules keys of the versions of internal rules that show it
   */
  record Mark(Integer points, String words, String evidence, List<UUID> rules) {
    public Mark {
      rules = List.copyOf(rules);
    }
  }

  /**
   * @param what at most 1,000 characters
   * @param doer somebody who may read assessments
   */
  record NewMeasure(String what, StaffId doer, LocalDate due) {}
}
