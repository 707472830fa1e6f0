package org.opora.registry.kin.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.web.Dates;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.kin.application.Home;
import org.opora.registry.kin.application.HouseholdDesk;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Relatives and households of a person, and of the people of a file. */
final class KinPages {
  private final People people;
  private final KinDesk kin;
  private final HouseholdDesk households;
  private final CaseFrame frame;

  KinPages(People people, KinDesk kin, HouseholdDesk households, CaseFrame frame) {
    this.people = people;
    this.kin = kin;
    this.households = households;
    this.frame = frame;
  }

  static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }

  /** The person of the path, counted as shown. */
  static PersonView view(People people, Request request) {
    PersonView person = people.view(request.viewer(), person(request));
    request.shows(Subject.of(person.id()));
    return person;
  }

  /** What the page of the person says in short. */
  Reply tile(Request request) {
    Viewer viewer = request.viewer();
    PersonId person = person(request);
    List<Relative> all = counting(kin.of(viewer, person));
    List<Relative> relatives = present(all);
    List<Home> homes =
        households.of(viewer, person).stream().filter(home -> home.on(viewer.today())).toList();
    shows(request, relatives, homes);
    request.shows(Subject.of(person));
    return new Model()
        .with("person", person)
        .with("kept", people.view(viewer, person).undisclosed())
        .with("relatives", relatives)
        .with("former", !all.isEmpty())
        .with("homes", homes)
        .page("kin-tile");
  }

  private static List<Relative> counting(List<Relative> relatives) {
    return relatives.stream().filter(one -> one.struck() == null).toList();
  }

  private static List<Relative> present(List<Relative> relatives) {
    return relatives.stream().filter(one -> !one.past()).toList();
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    PersonView person = view(people, request);
    List<Relative> relatives = kin.of(viewer, person.id());
    List<Home> homes = households.of(viewer, person.id());
    shows(request, relatives, homes);
    LocalDate on = on(request);
    return new Model()
        .with("person", person)
        .with("relatives", counting(relatives))
        .with("rhythms", kin.rhythms().of(relatives))
        .with("struck", relatives.stream().filter(one -> one.struck() != null).toList())
        .with("homes", homes)
        .with("on", on)
        .with("homesThen", homes.stream().filter(home -> home.on(on)).toList())
        .with("sex", kin.sex(viewer, person.id()).sex())
        .page("kin-page");
  }

  private static LocalDate on(Request request) {
    try {
      return request.query("on").map(Dates::parse).orElse(request.viewer().today());
    } catch (DateTimeException wrong) {
      return request.viewer().today();
    }
  }

  Reply export(Request request) {
    List<Relative> relatives = counting(kin.of(request.viewer(), person(request)));
    request.shows(Subject.of(person(request)));
    return Reply.export(
        request,
        Sheet.of("relatives", "kin.relatives", relatives)
            .text("person.name", one -> one.hidden() ? Words.of("kin.hidden") : one.name().listed())
            .date("person.birthDate", Relative::born)
            .text("kin.as", one -> Words.of("kin.word." + one.role(), one.sex().name()))
            .yesNo("kin.over", Relative::past)
            .text("kin.words", Relative::words)
            .date("since", one -> one.days().from())
            .date("until", one -> one.days().until())
            .text("kin.note", Relative::note)
            .text("kin.despite.short", one -> said(request, one.despite()))
            .text("kin.placement", one -> one.derived() ? one.fileNumber() : null)
            .text("kin.by.whom", Relative::by)
            .about(KinPages::shown));
  }

  private static String said(Request request, Because because) {
    return because == null
        ? null
        : because.reason().title().in(request.locale()) + ": " + because.words();
  }

  private static List<Subject> shown(Relative one) {
    return Stream.concat(
            one.hidden() ? Stream.empty() : Stream.of(Subject.of(one.person())),
            one.derived() ? Stream.of(Subject.of(one.file())) : Stream.empty())
        .toList();
  }

  /** Everybody of every household, as the page lists them. */
  Reply exportHomes(Request request) {
    List<Line> lines = new ArrayList<>();
    for (Home home : households.of(request.viewer(), person(request))) {
      home.lodgers().forEach(one -> lines.add(new Line(home, one)));
    }
    request.shows(Subject.of(person(request)));
    return Reply.export(
        request,
        Sheet.of("households", "household.title", lines)
            .text("field.household", line -> called(line.home()))
            .text("person.name", line -> name(line.lodger()))
            .date("since", line -> line.lodger().days().from())
            .date("until", line -> line.lodger().days().until())
            .text("kin.struck.column", line -> struck(line.lodger().struck()))
            .about(Line::shown));
  }

  private static Object called(Home home) {
    if (home.derived()) {
      return Words.of("household.of-file", home.fileNumber());
    }
    return home.name() == null ? Words.of("household.unnamed") : home.name();
  }

  private static Object name(Home.Lodger one) {
    return one.hidden() ? Words.of("kin.hidden") : one.name().listed();
  }

  private static Object struck(Relative.StruckOut struck) {
    return struck == null
        ? null
        : Words.of("kin.struck.why", struck.on(), struck.by(), struck.reason());
  }

  /** Somebody of a household. */
  private record Line(Home home, Home.Lodger lodger) {
    List<Subject> shown() {
      return Stream.concat(
              lodger.hidden() ? Stream.empty() : Stream.of(Subject.of(lodger.person())),
              home.derived() ? Stream.of(Subject.of(home.file())) : Stream.empty())
          .toList();
    }
  }

  /** The part of a case file: everybody in it with their relatives. */
  Reply ofFile(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    Map<PersonId, PersonName> names = new LinkedHashMap<>();
    header.children().forEach(child -> names.put(child.person(), child.name()));
    header.carers().forEach(carer -> names.put(carer.person(), carer.name()));
    Map<PersonId, List<Relative>> found = kin.of(viewer, header.id(), List.copyOf(names.keySet()));
    List<Group> groups = new ArrayList<>();
    names.forEach(
        (person, name) -> {
          if (found.containsKey(person)) {
            List<Relative> all = counting(found.get(person));
            groups.add(new Group(person, name, present(all), !all.isEmpty()));
          }
        });
    groups.forEach(group -> shows(request, group.relatives(), List.of()));
    return new Model()
        .with("file", header)
        .with("groups", groups)
        .with(
            "rhythms",
            kin.rhythms()
                .today(
                    viewer,
                    header.children().stream()
                        .map(CaseFiles.Child::person)
                        .filter(found::containsKey)
                        .toList()))
        .page("kin-file");
  }

  /**
   * Somebody of a file with their relatives.
   *
   * @param former whether others are written down who were it once
   */
  public record Group(PersonId person, PersonName name, List<Relative> relatives, boolean former) {}

  /** Counts everybody as shown whose name is. */
  private static void shows(
      Request request, Collection<Relative> relatives, Collection<Home> homes) {
    request.shows(
        Stream.of(
                relatives.stream().map(Relative::person).filter(Objects::nonNull).map(Subject::of),
                relatives.stream().map(Relative::file).filter(Objects::nonNull).map(Subject::of),
                homes.stream()
                    .flatMap(home -> home.lodgers().stream())
                    .map(Home.Lodger::person)
                    .filter(Objects::nonNull)
                    .map(Subject::of))
            .flatMap(subjects -> subjects)
            .distinct()
            .toList());
  }
}
