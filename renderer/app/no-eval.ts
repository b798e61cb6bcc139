import { z } from 'zod';

// The content security policy forbids making code from strings, which zod tries as it builds a schema.
// This module is therefore imported before any that builds one.
z.config({ jitless: true });
