/** The page of what is ready for an inspection. */
package org.opora.registry.readiness.web;
