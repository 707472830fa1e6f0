/** Who stands for a child, what courts decided, and who signs for what. */
package org.opora.registry.legal.domain;
