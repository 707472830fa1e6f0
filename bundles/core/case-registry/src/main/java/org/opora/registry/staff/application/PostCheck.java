package org.opora.registry.staff.application;

import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.domain.EmploymentKind;

/** What must hold before a post is written down. */
final class PostCheck {
  private static final int LONGEST = 200;
  private static final int LEAST = 10;
  private static final int FULL = 100;

  private PostCheck() {}

  static NewPost of(NewPost post) {
    if (post.code() == null) {
      throw Refusals.refused("code", "refused.required");
    }
    if (post.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    Refusals.inOrder("until", Refusals.day("since", post.since()), post.until());
    if (post.probationUntil() != null) {
      Refusals.inOrder("probationUntil", post.since(), post.probationUntil());
    }
    share(post);
    return new NewPost(
        post.code(),
        Refusals.optional("wording", post.wording(), LONGEST),
        post.kind(),
        Refusals.optional("workplace", post.workplace(), LONGEST),
        post.since(),
        post.until(),
        post.probationUntil(),
        post.socialWorker(),
        post.hundredths(),
        post.shareFrom() == null ? post.since() : post.shareFrom());
  }

  private static void share(NewPost post) {
    if (post.hundredths() == null) {
      if (post.kind() == EmploymentKind.EMPLOYMENT) {
        throw Refusals.refused("share", "refused.share-missing");
      }
    } else if (post.hundredths() < LEAST || post.hundredths() > FULL) {
      throw Refusals.refused("share", "refused.share");
    }
    if (post.shareFrom() != null && post.shareFrom().isBefore(post.since())) {
      throw Refusals.refused("shareFrom", "refused.share-before", post.shareFrom(), post.since());
    }
    if (post.shareFrom() != null
        && post.until() != null
        && post.shareFrom().isAfter(post.until())) {
      throw Refusals.refused("shareFrom", "refused.share-after", post.shareFrom(), post.until());
    }
  }
}
