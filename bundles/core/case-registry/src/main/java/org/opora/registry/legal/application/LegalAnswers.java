package org.opora.registry.legal.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition.Answer;
import org.opora.api.legal.LegalPosition.Signer;
import org.opora.api.legal.Matter;
import org.opora.api.legal.spi.SigningLaw;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Identity;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.legal.domain.Signing;
import org.opora.registry.legal.persistence.LegalQueries;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;

/** Works out who signs, for several children in as many queries as for one. */
record LegalAnswers(
    People people, Aliases aliases, LawBook book, Confirmations confirmations, LegalSeals seals) {

  /** Everything that is written down about these children. */
  private record Facts(
      List<LegalQueries.Stay> stays,
      Map<UUID, LocalDate> born,
      List<Representative> representatives,
      List<CourtDecision> decisions,
      List<Entrusted> entrusted) {
    static Facts read(LegalQueries queries, List<UUID> keys, LocalDate day) {
      List<CourtDecision> decisions = queries.decisions(keys);
      return new Facts(
          queries.stays(keys, day),
          queries.born(keys),
          queries.representatives(keys),
          decisions,
          queries.entrusted(decisions.stream().map(CourtDecision::id).toList()));
    }

    List<PersonId> named() {
      return Stream.of(
              representatives.stream().map(Representative::person),
              entrusted.stream().map(Entrusted::person),
              stays.stream()
                  .map(LegalQueries.Stay::carer)
                  .filter(Objects::nonNull)
                  .map(PersonId::new))
          .flatMap(people -> people)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  /** What the viewer may read of the people who are named. */
  private record Shown(Map<PersonId, PersonName> open, Set<UUID> walled) {}

  /**
   * @param children every key of every child
   * @param walled everybody behind a wall for the viewer
   */
  Map<PersonId, List<Answer>> of(
      EntityManager em,
      Viewer viewer,
      Map<PersonId, Set<PersonId>> children,
      LocalDate day,
      Set<UUID> walled) {
    List<UUID> keys =
        children.values().stream().flatMap(Set::stream).map(PersonId::value).distinct().toList();
    Facts facts = Facts.read(new LegalQueries(em), keys, day);
    Identities who = new Identities(aliases, facts.named());
    SigningLaw law = book.law();
    Map<PersonId, List<Signing.Verdict>> verdicts = new LinkedHashMap<>();
    children.forEach(
        (child, known) -> {
          Signing signing = new Signing(day, about(facts, known, who), law);
          verdicts.put(child, Stream.of(Matter.values()).map(signing::of).toList());
        });
    Shown shown = new Shown(names(viewer, verdicts), walled);
    List<LawFigure> figures = law == null ? List.of() : law.figures();
    Marks marks = Marks.now(confirmations);
    Map<PersonId, List<Answer>> answers = new LinkedHashMap<>();
    verdicts.forEach(
        (child, all) ->
            answers.put(
                child,
                all.stream()
                    .map(verdict -> answer(verdict, shown, rule -> marks.of(figures, rule)))
                    .toList()));
    return answers;
  }

  /** What concerns one of the children. */
  private Signing.Facts about(Facts facts, Set<PersonId> child, Identities who) {
    List<LocalDate> born =
        child.stream()
            .map(key -> facts.born().get(key.value()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<LegalQueries.Stay> stays =
        facts.stays().stream().filter(stay -> child.contains(new PersonId(stay.child()))).toList();
    List<Representative> rows =
        facts.representatives().stream().filter(row -> child.contains(row.child())).toList();
    List<CourtDecision> decisions =
        facts.decisions().stream().filter(row -> child.contains(row.child())).toList();
    Map<UUID, Identity> identities = new HashMap<>();
    rows.forEach(row -> identities.put(row.id(), who.of(row.person(), seals.name(row))));
    Set<UUID> own = decisions.stream().map(CourtDecision::id).collect(Collectors.toSet());
    List<Entrusted> entrusted = new ArrayList<>();
    facts.entrusted().stream()
        .filter(row -> own.contains(row.decision()))
        .forEach(
            row -> {
              entrusted.add(row);
              identities.put(row.id(), who.of(row.person(), null));
            });
    return new Signing.Facts(
        // Two records of one child that do not agree are as good as none.
        born.size() == 1 ? born.get(0) : null,
        !stays.isEmpty(),
        who.keys(
            stays.stream()
                .map(LegalQueries.Stay::carer)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .toList()),
        rows,
        decisions,
        entrusted,
        identities);
  }

  private Map<PersonId, PersonName> names(
      Viewer viewer, Map<PersonId, List<Signing.Verdict>> verdicts) {
    return people.names(
        viewer,
        verdicts.values().stream()
            .flatMap(List::stream)
            .flatMap(verdict -> verdict.holders().stream())
            .map(LegalAnswers::person)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private static PersonId person(Signing.Holder holder) {
    if (holder.representative() != null) {
      return holder.representative().person();
    }
    return holder.entrusted() == null ? null : holder.entrusted().person();
  }

  private Answer answer(Signing.Verdict verdict, Shown shown, Function<Parameter<?>, Trust> marks) {
    boolean ruled = verdict.rule() != null;
    return new Answer(
        verdict.matter(),
        verdict.standing(),
        verdict.holders().stream().map(holder -> signer(holder, shown)).toList(),
        verdict.together(),
        Refusals.text(verdict.why().key(), verdict.why().arguments().toArray()),
        ruled ? verdict.rule().paragraph() : null,
        ruled ? marks.apply(verdict.rule()) : null,
        ruled ? verdict.rule().source() : null);
  }

  private Signer signer(Signing.Holder holder, Shown shown) {
    PersonId person = person(holder);
    boolean walled = person != null && shown.walled().contains(person.value());
    PersonName open = walled || person == null ? null : shown.open().get(person);
    return new Signer(
        holder.role(),
        open == null ? null : person,
        walled ? null : open == null ? written(holder) : open.spoken(),
        holder.representative() != null ? holder.representative().id() : holder.decision().id(),
        holder.representative() == null);
  }

  private String written(Signing.Holder holder) {
    if (holder.representative() != null) {
      return seals.name(holder.representative());
    }
    return holder.entrusted() != null
        ? seals.name(holder.decision(), holder.entrusted())
        : seals.toOther(holder.decision());
  }
}
