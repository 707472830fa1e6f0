package org.opora.persistence.migration;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Hands scripts to Flyway, which would otherwise search a class path that a bundle does not have.
 */
record ScriptResources(List<Script> scripts) implements ResourceProvider {
  @Override
  public LoadableResource getResource(String name) {
    return scripts.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .map(ScriptResource::new)
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return scripts.stream()
        .filter(s -> s.name().startsWith(prefix))
        .filter(s -> Arrays.stream(suffixes).anyMatch(s.name()::endsWith))
        .<LoadableResource>map(ScriptResource::new)
        .toList();
  }

  private static final class ScriptResource extends LoadableResource {
    private final Script script;

    ScriptResource(Script script) {
      this.script = script;
    }

    @Override
    public Reader read() {
      return new StringReader(script.sql());
    }

    @Override
    public String getAbsolutePath() {
      return script.name();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return script.name();
    }

    @Override
    public String getFilename() {
      return script.name();
    }

    @Override
    public String getRelativePath() {
      return script.name();
    }
  }
}
