/** Queries about the story, as records. */
package org.opora.registry.story.persistence;
