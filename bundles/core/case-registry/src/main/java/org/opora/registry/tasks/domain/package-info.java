/** Tasks. */
package org.opora.registry.tasks.domain;
