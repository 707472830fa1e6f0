package org.opora.documents.shared.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.addressees.Addressees;
import org.opora.api.bodies.Bodies;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Form;
import org.opora.api.web.Request;

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

  /** What a form offers. */
  public List<Option> options(Request request, CaseFiles.Header header, String other) {
    List<Option> options = new ArrayList<>();
    readers(request, header)
        .forEach((value, reader) -> options.add(new Option(value, reader.name())));
    options.add(new Option(OTHER, other));
    return options;
  }

  private Map<String, Reader> readers(Request request, CaseFiles.Header header) {
    Map<String, Reader> readers = new LinkedHashMap<>();
    header.carers().forEach(one -> person(readers, one.person(), one.name().spoken()));
    addressees.report(request.viewer(), header.id()).to().stream()
        .filter(Addressees.Addressee::office)
        .forEach(
            office -> {
              String value =
                  office.body() == null ? "name:" + readers.size() : "body:" + office.body();
              readers.put(value, new Reader(null, office.body(), office.name()));
            });
    header.children().forEach(one -> person(readers, one.person(), one.name().spoken()));
    return readers;
  }

  private static void person(Map<String, Reader> readers, PersonId person, String name) {
    readers.putIfAbsent("person:" + person, new Reader(person, null, name));
  }

  /** The option that stands for somebody; empty when it is nobody who is offered. */
  public String value(Request request, CaseFiles.Header header, Reader reader) {
    return readers(request, header).entrySet().stream()
        .filter(one -> one.getValue().equals(reader))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }

  /** Who was chosen or typed; null with an error beside the field when it is nobody. */
  public Reader read(Request request, CaseFiles.Header header, Form form) {
    String chosen = form.raw(TO);
    if (!chosen.equals(OTHER)) {
      Reader reader = readers(request, header).get(chosen);
      if (reader == null) {
        form.error(TO, chosen.isEmpty() ? "form.required" : "form.choice", chosen);
      }
      return reader;
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
