/** The pages and documents anybody may look at: a badge, its issuer's keys, and verifying what somebody hands in. */
package dev.fieldcert.web;
