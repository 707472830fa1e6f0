/** Pages and forms of the legal position of a child. */
package org.opora.registry.legal.web;
