/** Disability and dependency on care. */
package org.opora.registry.disability.domain;
