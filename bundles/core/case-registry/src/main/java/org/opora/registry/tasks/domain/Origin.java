package org.opora.registry.tasks.domain;

import java.util.UUID;
import org.opora.api.tasks.Tasks;

/**
 * From which record a task came.
 *
 * @param bundle id of the bundle that wrote it
 * @param source key of the record; that of the task itself when a person set it
 * @param href path of the record's page, or null
 * @param tie how the record holds on to the task while its page is here
 */
public record Origin(String bundle, UUID source, String href, Tasks.Tie tie) {
  /** A task that a person set. */
  public Origin(String bundle, UUID source, String href) {
    this(bundle, source, href, Tasks.Tie.LOOSE);
  }
}
