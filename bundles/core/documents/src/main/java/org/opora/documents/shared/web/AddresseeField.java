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

  public AddresseeField(Addressees addressees, Bodies bodies) {
    this.addressees = addressees;
    this.bodies = bodies;
  }

  /**
   * Somebody who is offered.
   *
   * @param apart what tells an office from another one of the same name
   */
  private record Offered(Reader reader, String apart) {}

  /** What a form offers. */
  public List<Option> options(Request request, CaseFiles.Header header, String other) {
    Map<String, Offered> offered = offered(request, header);
    Map<String, Long> called =
        offered.values().stream()
            .collect(Collectors.groupingBy(one -> one.reader().name(), Collectors.counting()));
    List<Option> options = new ArrayList<>();
    offered.forEach(
        (value, one) -> {
          String name = one.reader().name();
          boolean alone = called.get(name) == 1 || one.apart().isEmpty();
          options.add(new Option(value, alone ? name : name + ", " + one.apart()));
        });
    options.add(new Option(OTHER, other));
    return options;
  }

  private Map<String, Offered> offered(Request request, CaseFiles.Header header) {
    Map<String, Offered> offered = new LinkedHashMap<>();
    header.carers().forEach(one -> person(offered, one.person(), one.name().spoken()));
    addressees.report(request.viewer(), header.id()).to().stream()
        .filter(Addressees.Addressee::office)
        .forEach(office -> offered.putIfAbsent(key(office), office(office)));
    header.children().forEach(one -> person(offered, one.person(), one.name().spoken()));
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

  /** The option that stands for somebody; empty when it is nobody who is offered. */
  public String value(Request request, CaseFiles.Header header, Reader reader) {
    return offered(request, header).entrySet().stream()
        .filter(one -> one.getValue().reader().equals(reader))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }

  /** Who was chosen or typed; null with an error beside the field when it is nobody. */
  public Reader read(Request request, CaseFiles.Header header, Form form) {
    String chosen = form.raw(TO);
    if (!chosen.equals(OTHER)) {
      Offered offered = offered(request, header).get(chosen);
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
  public List<Option> bodies(Request request, Form form, String none) {
    if (form == null || !form.raw(TO).equals(OTHER)) {
      return List.of();
    }
    List<Option> options = new ArrayList<>();
    found(request, form)
        .forEach(
            line ->
                options.add(
                    new Option(
                        line.id().toString(),
                        line.town() == null ? line.name() : line.name() + ", " + line.town())));
    if (!options.isEmpty()) {
      options.add(new Option(NONE, none));
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
