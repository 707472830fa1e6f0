package org.opora.documents.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.addressees.Addressees;
import org.opora.api.bodies.Bodies;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.documents.shared.Fingerprint;

/**
 * To whom something goes: the people of the file and the offices that are its own are offered;
 * anybody else is typed, and found in the directory where that is possible.
 */
public final class AddresseeField {
  private static final String TO = "to";
  private static final String NAME = "to-name";
  private static final String BODY = "to-body";
  private static final String OTHER = "other";
  private static final String NONE = "none";
  private static final int FOUND = 10;
  private final Addressees addressees;
  private final Bodies bodies;
  private final People people;

  public AddresseeField(Addressees addressees, Bodies bodies, People people) {
    this.addressees = addressees;
    this.bodies = bodies;
    this.people = people;
  }

  /**
   * Somebody who is offered.
   *
   * @param apart what tells an office from another one of the same name
   */
  private record Offered(Reader reader, String apart) {}

  /**
   * What a form offers.
   *
   * @param written to whom the letter was written, who is offered in any case; null when to nobody
   */
  public List<Choice> options(
      Request request, CaseFiles.Header header, Reader written, String other) {
    Map<String, Offered> offered = offered(request, header, written);
    Map<String, Long> called =
        offered.values().stream()
            .collect(Collectors.groupingBy(one -> one.reader().name(), Collectors.counting()));
    List<Choice> options = new ArrayList<>();
    offered.forEach(
        (value, one) -> {
          String name = one.reader().name();
          boolean alone = called.get(name) == 1 || one.apart().isEmpty();
          options.add(new Choice(value, alone ? name : name + ", " + one.apart()));
        });
    options.add(new Choice(OTHER, other));
    return options;
  }

  private Map<String, Offered> offered(Request request, CaseFiles.Header header, Reader written) {
    Map<String, Offered> offered = new LinkedHashMap<>();
    header.carers().forEach(one -> person(offered, one.person(), one.name().spoken()));
    addressees.report(request.viewer(), header.id()).to().stream()
        .filter(Addressees.Addressee::office)
        .forEach(office -> offered.putIfAbsent(key(office), office(office)));
    header.children().forEach(one -> person(offered, one.person(), one.name().spoken()));
    if (known(written) && offered.values().stream().noneMatch(one -> same(one, written))) {
      String value =
          written.body() == null ? "person:" + written.person() : "body:" + written.body();
      offered.put(value, new Offered(written, ""));
    }
    return offered;
  }

  private static Offered office(Addressees.Addressee office) {
    String children =
        office.children().stream()
            .map(child -> child.name().spoken())
            .collect(Collectors.joining(", "));
    return new Offered(
        new Reader(null, office.body(), office.name()),
        office.town() == null ? children : office.town());
  }

  /**
   * By what a form says which office was chosen. One that is known by its name alone is told by the
   * children whose office it is: where it stands in the list may be another place by the time the
   * form is sent.
   */
  private static String key(Addressees.Addressee office) {
    if (office.body() != null) {
      return "body:" + office.body();
    }
    String all =
        office.children().stream()
            .map(child -> child.person().toString())
            .sorted()
            .collect(Collectors.joining(" ", office.name() + "\n", ""));
    return "name:" + Fingerprint.of(all.getBytes(StandardCharsets.UTF_8));
  }

  private static void person(Map<String, Offered> offered, PersonId person, String name) {
    offered.putIfAbsent("person:" + person, new Offered(new Reader(person, null, name), ""));
  }

  private static boolean known(Reader reader) {
    return reader != null && (reader.person() != null || reader.body() != null);
  }

  /** Names change; who somebody is does not. */
  private boolean same(Offered one, Reader reader) {
    Reader other = one.reader();
    if (reader.person() != null) {
      return other.person() != null && people.idsOf(reader.person()).contains(other.person());
    }
    if (reader.body() != null) {
      return reader.body().equals(other.body());
    }
    return !known(other) && other.name().equals(reader.name());
  }

  /**
   * The option that stands for whom the letter was written to. Where several may, none does: an
   * office may be called as another one.
   */
  public String value(Request request, CaseFiles.Header header, Reader written) {
    List<String> values =
        offered(request, header, written).entrySet().stream()
            .filter(one -> same(one.getValue(), written))
            .map(Map.Entry::getKey)
            .toList();
    return values.isEmpty() ? OTHER : values.size() == 1 ? values.get(0) : "";
  }

  /** Who was chosen or typed; null with an error beside the field when it is nobody. */
  public Reader read(Request request, CaseFiles.Header header, Reader written, Form form) {
    String chosen = form.raw(TO);
    if (!chosen.equals(OTHER)) {
      Offered offered = offered(request, header, written).get(chosen);
      if (offered == null) {
        form.error(TO, chosen.isEmpty() ? "form.required" : "form.choice", chosen);
      }
      return offered == null ? null : offered.reader();
    }
    String name = form.requiredLine(NAME);
    if (name == null) {
      return null;
    }
    List<Bodies.Line> found = found(request, form);
    String body = form.raw(BODY);
    if (body.equals(NONE) || found.isEmpty()) {
      return new Reader(null, null, name);
    }
    Bodies.Line line =
        found.stream()
            .filter(
                one ->
                    body.equals(one.id().toString())
                        || body.isEmpty() && found.size() == 1 && one.name().equalsIgnoreCase(name))
            .findFirst()
            .orElse(null);
    if (line == null) {
      form.error(BODY, Pages.text("addressee.which"));
      return null;
    }
    return new Reader(null, line.id(), line.name());
  }

  /** Bodies of the directory that are called as somebody typed; empty where nothing is asked. */
  public List<Choice> bodies(Request request, Form form, String none) {
    if (form == null || !form.raw(TO).equals(OTHER)) {
      return List.of();
    }
    List<Choice> options = new ArrayList<>();
    found(request, form)
        .forEach(
            line ->
                options.add(
                    new Choice(
                        line.id().toString(),
                        line.town() == null ? line.name() : line.name() + ", " + line.town())));
    if (!options.isEmpty()) {
      options.add(new Choice(NONE, none));
    }
    return options;
  }

  /** The directory says nothing to whoever may not look into it. */
  private List<Bodies.Line> found(Request request, Form form) {
    String name = form.raw(NAME);
    return name.isEmpty() || !request.viewer().grants().containsKey(Bodies.READ)
        ? List.of()
        : bodies.find(request.viewer(), name, FOUND);
  }
}
