package org.opora.registry.post.application;

import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.post.domain.Direction;

/**
 * Which letters a list shows.
 *
 * @param direction null for both
 * @param waiting only those somebody still has to deal with
 * @param doer only those this colleague deals with; null for everybody's
 * @param file only those of this file; null for all
 */
public record PostFilter(Direction direction, boolean waiting, StaffId doer, CaseFileId file) {
  public static PostFilter of(CaseFileId file) {
    return new PostFilter(null, false, null, file);
  }
}
