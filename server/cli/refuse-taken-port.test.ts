import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { refuseTakenPort } from './refuse-taken-port.ts'

test('a taken port is named, with how to choose another', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await expect(refuseTakenPort({ host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`)
  await expect(refuseTakenPort({ host: '127.0.0.1', port })).rejects.toThrow(`PORT=${port + 1} npm start`)
  other.close()
})

test('an address of another machine is refused', async () => {
  await expect(refuseTakenPort({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'HOST=192.0.2.1 is no address of this machine',
  )
})

test('a free port is not', async () => {
  await refuseTakenPort({ host: '127.0.0.1', port: 0 })
})
