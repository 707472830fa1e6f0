package org.opora.api.overrides;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rules that somebody went on against, with a reason: pushed in the writer's transaction, so that
 * they are counted exactly when the record is there, and stay readable when the bundle that wrote
 * it is gone. Whether a rule may be gone on against at all, the writer decides; nobody asks here
 * who may, and the writer's own row of the audit trail covers it.
 */
@ProviderType
public interface Overrides {
  /** Permission to see which rules were gone on against, by whom and why. */
  String READ = "registry.override.read";

  /**
   * In the writer's transaction. The same origin, source and rule again changes reason, words and
   * page; day and author stay those of the first time, so that no month is counted anew.
   *
   * @param viewer who went on
   * @throws IllegalArgumentException when the file, or the sub-file that is the subject, is not
   *     known
   */
  void put(Viewer viewer, NewOverride override);

  /**
   * In the writer's transaction: the record is taken back, or rests on no reason any more, so none
   * of its rules counts as gone on against. Nothing happens when there is none.
   */
  void withdraw(String origin, UUID source);

  /**
   * Rules of a bundle that were gone on against about this subject, from the first of these days to
   * the last, in the order of the days: for the bundle that wrote them, where it shows what it
   * knows of the subject. It asks for no viewer: the caller shows it to whoever sees the subject.
   * The words beside the reason are not among it; those are for {@link #READ}.
   *
   * @param origin id of the writing bundle
   */
  default List<Given> given(String origin, Subject subject, LocalDate from, LocalDate until) {
    return List.of();
  }

  /**
   * That a rule was gone on against.
   *
   * @param source key of the record behind it
   * @param reason of the list
   */
  record Given(UUID source, Rule rule, LocalDate day, Reason reason) {}

  /**
   * A rule that can be gone on against.
   *
   * @param id lower-case words with hyphens, joined by dots, the first of them the id of the
   *     bundle; at most 80 characters. It stands in addresses and is never given to another rule
   * @param title what the rule says, in three languages; free of content
   */
  record Rule(String id, Title title) {
    private static final int LONGEST = 80;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

    public Rule {
      Objects.requireNonNull(title);
      if (id.length() > LONGEST || !ID.matcher(id).matches()) {
        throw new IllegalArgumentException("no id of a rule: " + id);
      }
    }
  }

  /**
   * @param origin id of the writing bundle
   * @param source key of the record behind it; a decision that leaves no record has a key of its
   *     own
   * @param subject on whose key the words hang, and who may see it decides: a case file, a child's
   *     sub-file or a person
   * @param file case file in whose work it happened; null when there is none
   * @param people whom else it concerns: a wall at any of them closes it
   * @param day on which it happened, in the zone of the centre; it says in which month it counts
   * @param because lacking nothing
   * @param href path of the record's page, or null; no personal data
   */
  record NewOverride(
      String origin,
      UUID source,
      Rule rule,
      Subject subject,
      CaseFileId file,
      Set<PersonId> people,
      LocalDate day,
      Because because,
      String href) {
    public NewOverride {
      Objects.requireNonNull(origin);
      Objects.requireNonNull(source);
      Objects.requireNonNull(rule);
      Objects.requireNonNull(subject);
      Objects.requireNonNull(day);
      people = Set.copyOf(people);
      if (because.lack() != null) {
        throw new IllegalArgumentException("a reason that lacks " + because.lack());
      }
      if (subject.kind() == Subject.Kind.DRAWER) {
        throw new IllegalArgumentException("A drawer owns keys only; no rule is about it");
      }
    }
  }
}
