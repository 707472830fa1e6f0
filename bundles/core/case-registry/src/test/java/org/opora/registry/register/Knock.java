package org.opora.registry.register;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Form;
import org.opora.api.web.Request;

/** A request as the gate hands it on. */
final class Knock implements Request {
  final List<Subject> shown = new ArrayList<>();
  private final Viewer viewer;
  private final String path;
  private final Map<String, String> variables;
  private final Map<String, String> query = new HashMap<>();
  private final Form form;
  private boolean fragment;

  Knock(
      Viewer viewer, String path, Map<String, String> variables, Map<String, List<String>> fields) {
    this.viewer = viewer;
    this.path = path;
    this.variables = variables;
    this.form = new Form("org.opora.web", fields);
  }

  Knock asking(String name, String value) {
    query.put(name, value);
    return this;
  }

  Knock forPart() {
    fragment = true;
    return this;
  }

  @Override
  public Viewer viewer() {
    return viewer;
  }

  @Override
  public Optional<Viewer> signedIn() {
    return Optional.of(viewer);
  }

  @Override
  public Locale locale() {
    return viewer.locale();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String variable(String name) {
    return variables.get(name);
  }

  @Override
  public UUID id(String name) {
    try {
      return UUID.fromString(variables.get(name));
    } catch (IllegalArgumentException noKey) {
      throw new NotFound();
    }
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  @Override
  public Form form() {
    return form;
  }

  @Override
  public Optional<Upload> upload(String name) {
    return Optional.empty();
  }

  @Override
  public InputStream body() {
    return InputStream.nullInputStream();
  }

  @Override
  public boolean fragment() {
    return fragment;
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.empty();
  }

  @Override
  public void shows(Subject... subjects) {
    shown.addAll(Arrays.asList(subjects));
  }

  @Override
  public void shows(Collection<Subject> subjects) {
    shown.addAll(subjects);
  }
}
