/** What was dealt with otherwise than at a visit. */
package org.opora.registry.notes.domain;
