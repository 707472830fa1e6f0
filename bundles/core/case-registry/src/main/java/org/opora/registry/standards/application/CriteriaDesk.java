package org.opora.registry.standards.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Transactions;
import org.opora.api.standards.Standards;
import org.opora.api.standards.spi.StandardsLaw.Criterion;
import org.opora.api.standards.spi.StandardsLaw.Standard;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.registry.files.domain.NumberSeries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.standards.domain.AssessedCriterion.Asked;
import org.opora.registry.standards.domain.StandardCriterion;
import org.opora.registry.standards.persistence.RoundQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The list of criteria: what the law pack knows, completed and worded by the centre. A standard of
 * which no criterion is known is assessed as a whole.
 */
@Component(service = CriteriaDesk.class)
public final class CriteriaDesk {
  private static final String SERIES = "assessment";
  private static final int WORDS = 1000;
  private static final int SOURCE = 400;
  private static final Pattern LETTER = Pattern.compile("[a-z]{1,2}");
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final StandardsShelf law;
  private final Messages messages;

  @Activate
  public CriteriaDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference StandardsShelf law,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.law = law;
    this.messages = messages;
  }

  /**
   * The list as it holds on a day.
   *
   * @param standards in the order of the law
   * @param source of the list, or null when no pack knows any
   * @param asked how many criteria the law has, as far as it is known
   * @param listed how many are listed
   */
  public record View(
      List<Part> standards,
      Parameter<List<Standard>> source,
      Parameter<Integer> asked,
      int listed) {}

  /** A standard with its criteria; with none it is assessed as a whole. */
  public record Part(Standard standard, List<Line> criteria) {}

  /**
   * @param known words of the law pack; null for the centre's own criterion
   * @param own the centre's words; null while there are none
   */
  public record Line(String letter, Text known, String paragraph, Trust trust, Own own) {}

  /** The centre's words. */
  public record Own(UUID id, long version, NewCriterion text) {}

  public View view(Viewer viewer, LocalDate day) {
    access.require(viewer, Standards.READ);
    List<StandardCriterion> own = tx.read(em -> new RoundQueries(em).own());
    List<Part> parts = parts(own, day);
    return new View(
        parts,
        law.standards(day).orElse(null),
        law.criteria(day).orElse(null),
        parts.stream().mapToInt(part -> part.criteria().size()).sum());
  }

  /** Criteria of the centre that hold no more or not yet, by their code. */
  public List<Own> others(Viewer viewer, LocalDate day) {
    access.require(viewer, Standards.READ);
    return tx.read(em -> new RoundQueries(em).own()).stream()
        .filter(row -> !row.holdsOn(day))
        .map(CriteriaDesk::own)
        .toList();
  }

  public Own one(Viewer viewer, UUID criterion) {
    access.require(viewer, Standards.READ);
    return own(tx.read(em -> Held.load(em, StandardCriterion.class, criterion)));
  }

  public UUID add(Viewer viewer, NewCriterion criterion) {
    access.require(viewer, Standards.WRITE);
    NewCriterion checked = check(criterion);
    return tx.required(
        em -> {
          // Whoever changes the list waits for whoever is changing it, or beginning a round with
          // it.
          hold(em);
          StandardCriterion row =
              new StandardCriterion(
                  Ids.next(), checked.standard(), checked.letter(), viewer.staff(), viewer.today());
          alone(new RoundQueries(em).own(), checked, null);
          row.says(checked.wording(), checked.source(), checked.since(), checked.until());
          em.persist(row);
          audit.wrote(viewer, "standards.criterion-added", List.of(), "criterion=" + row.id());
          return row.id();
        });
  }

  /**
   * Its code stays.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID criterion, long version, NewCriterion now) {
    access.require(viewer, Standards.WRITE);
    tx.run(
        em -> {
          hold(em);
          StandardCriterion row = Held.hold(em, StandardCriterion.class, criterion);
          Refusals.fresh(row.version(), version);
          NewCriterion checked =
              check(
                  new NewCriterion(
                      row.standard(),
                      row.letter(),
                      now.wording(),
                      now.source(),
                      now.since(),
                      now.until()));
          alone(new RoundQueries(em).own(), checked, criterion);
          row.says(checked.wording(), checked.source(), checked.since(), checked.until());
          audit.wrote(viewer, "standards.criterion-amended", List.of(), "criterion=" + criterion);
        });
  }

  /** The list, and with it the beginning of rounds. */
  static void hold(EntityManager em) {
    em.find(NumberSeries.class, SERIES, LockModeType.PESSIMISTIC_WRITE);
  }

  private NewCriterion check(NewCriterion criterion) {
    LocalDate since = Refusals.day("since", criterion.since());
    Refusals.inOrder("until", since, criterion.until());
    String standard = Refusals.line("standard", criterion.standard(), WORDS);
    if (standards(since).stream().noneMatch(one -> one.code().equals(standard))) {
      throw Refusals.refused("standard", "refused.standards-unknown", since);
    }
    String letter = Refusals.line("letter", criterion.letter(), WORDS).toLowerCase(Locale.ROOT);
    if (!LETTER.matcher(letter).matches()) {
      throw Refusals.refused("letter", "refused.standards-letter", letter);
    }
    return new NewCriterion(
        standard,
        letter,
        Refusals.line("wording", criterion.wording(), WORDS),
        Refusals.optional("source", criterion.source(), SOURCE),
        since,
        criterion.until());
  }

  /** Two wordings of one criterion never hold on the same day. */
  private static void alone(List<StandardCriterion> own, NewCriterion now, UUID self) {
    own.stream()
        .filter(row -> !row.id().equals(self))
        .filter(row -> row.standard().equals(now.standard()) && row.letter().equals(now.letter()))
        .filter(row -> row.until() == null || !row.until().isBefore(now.since()))
        .filter(row -> now.until() == null || !row.since().isAfter(now.until()))
        .findFirst()
        .ifPresent(
            row -> {
              throw Refusals.refused("since", "refused.standards-twice", row.since());
            });
  }

  private List<Standard> standards(LocalDate day) {
    return law.standards(day).map(Parameter::value).orElse(List.of());
  }

  private List<Part> parts(List<StandardCriterion> own, LocalDate day) {
    return standards(day).stream().map(standard -> part(standard, own, day)).toList();
  }

  private static Part part(Standard standard, List<StandardCriterion> all, LocalDate day) {
    Map<String, Line> lines = new TreeMap<>();
    for (Criterion known : standard.known()) {
      lines.put(
          known.letter(),
          new Line(known.letter(), known.words(), known.paragraph(), known.trust(), null));
    }
    all.stream()
        .filter(row -> row.standard().equals(standard.code()) && row.holdsOn(day))
        .forEach(
            row -> {
              Line known = lines.get(row.letter());
              lines.put(
                  row.letter(),
                  known == null
                      ? new Line(row.letter(), null, null, null, own(row))
                      : new Line(
                          row.letter(), known.known(), known.paragraph(), known.trust(), own(row)));
            });
    return new Part(standard, List.copyOf(lines.values()));
  }

  private static Own own(StandardCriterion row) {
    return new Own(
        row.id(),
        row.version(),
        new NewCriterion(
            row.standard(), row.letter(), row.wording(), row.source(), row.since(), row.until()));
  }

  /** What a round that begins on this day asks, in the order of the law. */
  List<Asked> asked(List<StandardCriterion> own, LocalDate day) {
    List<Asked> asked = new ArrayList<>();
    for (Part part : parts(own, day)) {
      Standard standard = part.standard();
      Title topic = spoken(standard.topic());
      if (part.criteria().isEmpty()) {
        asked.add(
            new Asked(
                standard.code(),
                standard.number(),
                null,
                topic,
                topic,
                standard.paragraph(),
                standard.trust()));
      }
      part.criteria().forEach(line -> asked.add(asked(standard, topic, line)));
    }
    return asked;
  }

  private Asked asked(Standard standard, Title topic, Line line) {
    Optional<NewCriterion> own = Optional.ofNullable(line.own()).map(Own::text);
    return new Asked(
        standard.code() + "." + line.letter(),
        standard.number(),
        line.letter(),
        topic,
        own.map(text -> new Title(text.wording(), text.wording(), text.wording()))
            .orElseGet(() -> spoken(line.known())),
        own.map(NewCriterion::source).orElse(line.paragraph()),
        own.isPresent() ? null : line.trust());
  }

  private Title spoken(Text text) {
    return new Title(
        messages.text(Locale.forLanguageTag("cs"), text),
        messages.text(Locale.forLanguageTag("pl"), text),
        messages.text(Locale.ENGLISH, text));
  }
}
