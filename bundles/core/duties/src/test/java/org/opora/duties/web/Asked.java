package org.opora.duties.web;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.web.Form;
import org.opora.api.web.Request;

/** A request as the gate would hand it on. */
final class Asked implements Request {
  private final Viewer viewer;
  private final Map<String, String> query;
  private final Map<String, String> variables;
  final List<Subject> shown = new ArrayList<>();

  Asked(Viewer viewer, Map<String, String> query, Map<String, String> variables) {
    this.viewer = viewer;
    this.query = query;
    this.variables = variables;
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
    return "/duties";
  }

  @Override
  public String variable(String name) {
    return variables.get(name);
  }

  @Override
  public UUID id(String name) {
    return UUID.fromString(variables.get(name));
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  @Override
  public Form form() {
    return new Form("shell", Map.of());
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
    return false;
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.empty();
  }

  @Override
  public void shows(Subject... subjects) {
    shown.addAll(List.of(subjects));
  }

  @Override
  public void shows(Collection<Subject> subjects) {
    shown.addAll(subjects);
  }
}
